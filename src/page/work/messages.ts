import type { Report } from '../../check/finding.ts';
import type { Blank } from '../../model/asked.ts';
import type { Network } from '../../network/network.ts';

/** Work that takes long enough to be done beside the page. */
export type Task =
  | { readonly kind: 'workbook'; readonly network: Network }
  | { readonly kind: 'exercise'; readonly network: Network; readonly blank: Blank; readonly answers: boolean }
  | {
      readonly kind: 'check';
      readonly file: Blob;
      /** The network to judge by, and the learning rate of all tables; as the workbook tells unless given. */
      readonly network: Network | undefined;
      readonly learningRate: number | undefined;
    };

/** What comes of it. */
export type Outcome =
  | { readonly kind: 'file'; readonly file: Blob }
  | { readonly kind: 'report'; readonly report: Report };

/** What the page sends to its worker. */
export interface Request {
  readonly id: number;
  readonly task: Task;
}

/** What comes back: that the worker is there, how far it is, what it made, or why it could not. */
export type Answer =
  | { readonly id: 0; readonly ready: true }
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly outcome: Outcome }
  | { readonly id: number; readonly fault: string };

import { workerData } from 'node:worker_threads';
import { type ExamineOptions, examineFile } from './examine-files.ts';
import type { HandInPlaceOnDisk } from './hand-in-files.ts';
import { serve } from './serve.ts';

/** A thread that judges the files of a class, one after the other. */

serve(async (place: HandInPlaceOnDisk) => examineFile(place, workerData as ExamineOptions));

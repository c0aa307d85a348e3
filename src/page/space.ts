import { computed, signal } from '@preact/signals';

/** The size of the window, in pixels. */
const size = signal(sizeNow());

function sizeNow(): { readonly width: number; readonly height: number; readonly viewport: number } {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  // Style sheets count the scroll bar in.
  return { width, height, viewport: window.innerWidth };
}

/** Follows the window, at most once a frame. */
export function followWindow(): void {
  let asked = false;
  window.addEventListener('resize', () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      size.value = sizeNow();
    });
  });
}

/** The widest that the page becomes. */
const WIDEST = 1920;

/** How the page is divided; the style says the same. */
export interface Space {
  /** Whether the steps stand beside the picture. */
  readonly beside: boolean;
  readonly phone: boolean;
  /** Widths inside the panels: of all there is, and of the picture's column. */
  readonly whole: number;
  readonly column: number;
  /** How many pixels a pixel of the picture has. */
  readonly scale: number;
  /** The height that the picture of the network is given. */
  readonly pictureHeight: number;
  readonly plotHeight: number;
}

export const space = computed((): Space => {
  const { width, height, viewport } = size.value;
  const phone = viewport <= 700;
  const [margin, gap] = phone ? [12, 10] : [24, 12];
  const whole = Math.min(width, WIDEST) - 2 * margin;
  const beside = viewport >= 1240;
  const steps = Math.min(640, Math.max(452, 0.342 * viewport));
  return {
    ...{ beside, phone, whole: whole - 2 },
    column: (beside ? whole - gap - steps : whole) - 2,
    scale: viewport >= 1600 ? 1.2 : 1,
    pictureHeight: phone ? 260 : Math.min(470, Math.max(316, height - 430)),
    plotHeight: phone ? 230 : Math.min(330, Math.max(190, Math.round((height - 428) * 0.57))),
  };
});

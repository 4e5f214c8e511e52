import type { Spot } from '#lib/charts/chart.ts';
import type { Medium } from '#lib/charts/medium.ts';
import { nearest, type Position } from '#lib/charts/walk.ts';
import { largestScale, type Extent } from './presenting-scale.ts';
import { mostSeries, type LiveFigure } from './presenting.ts';

/** What a picture is laid out for. */
export interface StageFor {
  readonly live: LiveFigure;
  /** Size in pixels of the letters of the page. */
  readonly letters: number;
  /** The picture fits into the room that the page leaves it; otherwise the page scrolls. */
  readonly isFitted: boolean;
  /** The picture has the page to itself. */
  readonly isAlone: boolean;
}

/** A frame around a mark, in pixels of the stage. */
export interface MarkFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Sizes in pixels that the letters of a picture have at scale 1, which become so much of the letters of the page. */
const ownLetters = 12;
const reach = 28;
/** How much larger than its own size a picture is to be, as long as texts can give way. */
const wanted = 1.2;

/** How a picture that is presented lies in its room: as large as the room and the letters of the page allow. */
export class StageLayout {
  room = $state.raw<Extent>({ width: 0, height: 0 });
  medium = $state.raw<Medium>({ theme: 'light', printed: false });
  readonly #for: () => StageFor;
  readonly #chart = $derived.by(() => this.#for().live.chart);
  readonly #still = $derived({ theme: this.medium.theme, most: mostSeries, active: null });

  constructor(given: () => StageFor) {
    this.#for = given;
  }

  /** The height in pixels that the picture needs. */
  readonly needed = $derived.by(() => {
    if (!this.#for().isFitted || this.room.width === 0) return 0;
    return wanted * this.#chart.size({ ...this.#still, width: this.room.width / wanted }).height;
  });

  readonly fit = $derived.by(() => {
    const { letters, isFitted, isAlone } = this.#for();
    if (!isFitted || this.room.height === 0) return { scale: 1, isWhole: !isFitted };
    const share = isAlone ? 0.95 : 0.7;
    const most = Math.max(1, Math.min(3, (letters * share) / ownLetters));
    const sizeIn = (frame: Extent) => this.#chart.size({ ...this.#still, ...frame });
    return largestScale(sizeIn, this.room, { least: 0.7, most });
  });

  readonly #frame = $derived.by(() => ({
    ...this.#still,
    width: Math.floor(this.room.width / this.fit.scale),
    ...(this.#for().isFitted ? { height: Math.floor(this.room.height / this.fit.scale) } : {}),
  }));

  /** The size of the picture at scale 1. */
  readonly size = $derived(
    this.room.width > 0 ? this.#chart.size(this.#frame) : { width: 0, height: 0 },
  );
  readonly spots = $derived(this.room.width > 0 ? this.#chart.spots(this.#frame) : []);
  readonly isScrolled = $derived(!this.fit.isWhole || this.size.width > this.#frame.width);

  /** What is drawn while a series is pointed at. */
  drawing(active: number | null) {
    return { option: this.#chart.option({ ...this.#frame, active }), ...this.size };
  }

  /** The mark nearest to a place of the stage, in pixels. */
  nearest(x: number, y: number): Position | null {
    const { scale } = this.fit;
    return nearest(this.spots, x / scale, y / scale, reach / scale);
  }

  /** The frame around a mark. */
  around({ box: { x, y, width, height } }: Spot): MarkFrame {
    const pad = width === 0 ? 8 : 2;
    const { scale } = this.fit;
    return {
      left: (x - pad) * scale,
      top: (y - pad) * scale,
      width: (width + 2 * pad) * scale,
      height: (height + 2 * pad) * scale,
    };
  }
}

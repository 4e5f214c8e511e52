import type { EChartsOption } from 'echarts';
import type { Attachment } from 'svelte/attachments';
import type * as EChartsParts from './echarts-parts.ts';
import { drawSoon, stopWaiting, type Waiting } from './redraw.ts';

/** What is drawn: an option and the size in pixels that it was laid out for. */
export interface Drawing {
  readonly option: EChartsOption;
  readonly width: number;
  readonly height: number;
}

let turn: Promise<void> = Promise.resolve();

/** Ends in a task of its own, after those of the charts that asked before: together they would block the page. */
function takeTurn(): Promise<void> {
  turn = turn.then(() => new Promise((resolve) => setTimeout(resolve)));
  return turn;
}

/** Fetches ECharts on first use and draws into the element whenever the drawing changes; gives the picture up with the element. */
export function drawChart(
  drawing: () => Drawing,
  report: { ready: () => void; failed: (cause: unknown) => void },
): Attachment<HTMLElement> {
  return (element) => {
    let parts = $state.raw<typeof EChartsParts>();
    let gone = false;
    import('./echarts-parts.ts').then(
      async (loaded) => {
        await takeTurn();
        if (!gone) parts = loaded;
      },
      (cause: unknown) => report.failed(cause),
    );
    $effect(() => {
      if (!parts) return;
      const chart = parts.init(element, null, { renderer: 'svg', width: 1, height: 1 });
      let wanted: Drawing | null = null;
      const draw = () => {
        if (!wanted) return;
        const { option, width, height } = wanted;
        try {
          // To resize is to draw: a picture that follows a brush would be drawn twice.
          if (chart.getWidth() !== width || chart.getHeight() !== height) {
            chart.resize({ width, height });
          }
          chart.setOption(option, { notMerge: true });
          report.ready();
        } catch (cause) {
          report.failed(cause);
        }
      };
      const waiting: Waiting = { draw, drawnAt: 0 };
      $effect(() => {
        wanted = drawing();
        // A page that is not shown has no frames.
        if (document.hidden) draw();
        else drawSoon(waiting);
      });
      return () => {
        stopWaiting(waiting);
        chart.dispose();
      };
    });
    return () => {
      gone = true;
    };
  };
}

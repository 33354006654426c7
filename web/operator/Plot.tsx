import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { useEffect, useRef } from 'preact/hooks';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

export type Series = { label: string; values: readonly number[]; colour: '--blue' | '--green' };

/** A plot of numbers that stand beside it in words: who does not see it misses nothing. */
export function Plot({
  kind,
  labels,
  series,
  title,
}: {
  kind: 'line' | 'funnel';
  labels: readonly string[];
  series: readonly Series[];
  title: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const numbers = JSON.stringify([labels, series]);
  useEffect(() => {
    if (!canvas.current) return;
    const style = getComputedStyle(document.documentElement);
    const ink = style.getPropertyValue('--quiet').trim();
    const grid = { color: style.getPropertyValue('--soft-line').trim() };
    const chart = new Chart(canvas.current, {
      type: kind === 'line' ? 'line' : 'bar',
      data: {
        labels: [...labels],
        datasets: series.map(({ label, values, colour }) => ({
          label,
          data: [...values],
          backgroundColor: style.getPropertyValue(colour).trim(),
          borderColor: style.getPropertyValue(colour).trim(),
          pointRadius: 2,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        indexAxis: kind === 'line' ? 'x' : 'y',
        scales: {
          x: { ticks: { color: ink, maxRotation: 0 }, grid, beginAtZero: true },
          y: { ticks: { color: ink, precision: 0 }, grid, beginAtZero: true },
        },
      },
    });
    return () => chart.destroy();
  }, [numbers]);
  return (
    <div class="plot">
      <canvas ref={canvas} role="img" aria-label={title} />
    </div>
  );
}

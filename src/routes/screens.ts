import ChartLine from '@lucide/svelte/icons/chart-line';
import Flag from '@lucide/svelte/icons/flag';
import House from '@lucide/svelte/icons/house';
import Sigma from '@lucide/svelte/icons/sigma';
import Table from '@lucide/svelte/icons/table-2';
import Upload from '@lucide/svelte/icons/upload';

/** The screens in the order of the rail; the keys name them in the catalogues. */
export const screens = {
  overview: { path: '', icon: House },
  import: { path: 'import/', icon: Upload },
  explore: { path: 'explore/', icon: ChartLine },
  records: { path: 'data/', icon: Table },
  programme: { path: 'programme/', icon: Flag },
  methods: { path: 'methods/', icon: Sigma },
} as const;

/** Name of a screen. */
export type Screen = keyof typeof screens;

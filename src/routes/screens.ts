import Activity from '@lucide/svelte/icons/activity';
import ChartLine from '@lucide/svelte/icons/chart-line';
import Flag from '@lucide/svelte/icons/flag';
import House from '@lucide/svelte/icons/house';
import Presentation from '@lucide/svelte/icons/presentation';
import Sigma from '@lucide/svelte/icons/sigma';
import Table from '@lucide/svelte/icons/table-2';
import Upload from '@lucide/svelte/icons/upload';

/** The screens in the order of the rail; the keys name them in the catalogues. */
export const screens = {
  overview: { path: '', icon: House },
  import: { path: 'import/', icon: Upload },
  explore: { path: 'explore/', icon: ChartLine },
  records: { path: 'data/', icon: Table },
  council: { path: 'council/', icon: Presentation },
  programme: { path: 'programme/', icon: Flag },
  methods: { path: 'methods/', icon: Sigma },
  status: { path: 'status/', icon: Activity },
} as const;

/** Name of a screen. */
export type Screen = keyof typeof screens;

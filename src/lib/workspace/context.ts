import { createContext } from 'svelte';
import type { Preferences } from './preferences.svelte.ts';
import type { Review } from './review.svelte.ts';
import type { Updates } from './updates.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The workspace, the files under review and the preferences of the page, for every component below the frame. */
export const [getWorkspace, setWorkspace] = createContext<Workspace>();
export const [getPreferences, setPreferences] = createContext<Preferences>();
export const [getReview, setReview] = createContext<Review>();
export const [getUpdates, setUpdates] = createContext<Updates>();

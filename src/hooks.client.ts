import type { HandleClientError } from '@sveltejs/kit';

/** A fault of the router or of a screen goes where all unexpected faults go: the page shows it and keeps its code. */
export const handleError: HandleClientError = ({ error, status }) => {
  if (status !== 404) reportError(error);
};

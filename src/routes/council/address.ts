import { base } from '$app/paths';

/** The parameters that name a draft and, where it is not its first, a page of it. */
export function draftParameters(draft: string, page: string | null = null): string {
  return new URLSearchParams({ draft, ...(page === null ? {} : { page }) }).toString();
}

/** Where a draft is worked at. */
export function draftAddress(draft: string, page: string | null = null): string {
  return `${base}/council/draft/?${draftParameters(draft, page)}`;
}

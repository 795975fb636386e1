const key = 'journeybook:page-after-sign-in';

/** Remembers in this tab where somebody wanted to go, while they are at their organisation's sign-in. */
export const rememberPage = (page: string): void => sessionStorage.setItem(key, page);

/** Where they wanted to go, once; the first page when that is not known. Only a page of ours is one. */
export function takeRememberedPage(): string {
  const page = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return page && /^\/(?![/\\])/.test(page) ? page : '/';
}

import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';

/** Whether a heading that appears with this title takes the focus: it does after a navigation, not on the first page. */
export const HeadingFocus = createContext<(title: string) => boolean>(() => false);

/** For pages without addresses: another title is another page. */
export function focusOnNewTitle(): (title: string) => boolean {
  let last: string | null = null;
  return (title) => {
    const moved = last !== null && last !== title;
    last = title;
    return moved;
  };
}

/**
 * The one heading of a page: names the document, and takes the focus after a navigation so that a screen reader says
 * where one is now.
 */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = useContext(HeadingFocus);
  useEffect(() => {
    document.title = `${title} · Journeybook`;
    if (takesFocus(title)) heading.current?.focus({ preventScroll: true });
  }, [title, takesFocus]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}

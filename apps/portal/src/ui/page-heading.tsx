import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';

/** True until the first heading was shown: only a later one takes the focus. */
const FirstPage = createContext<RefObject<boolean> | null>(null);

/** Remembers over all pages whether one was shown before. */
export function NavigationFocus({ children }: { children: ReactNode }) {
  const first = useRef(true);
  return <FirstPage value={first}>{children}</FirstPage>;
}

/**
 * The one heading of a page: names the document, and takes the focus after a navigation so that a screen reader says
 * where one is now.
 */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useContext(FirstPage);
  useEffect(() => {
    document.title = `${title} · Journeybook`;
    if (first?.current === false) heading.current?.focus();
    if (first) first.current = false;
  }, [title, first]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}

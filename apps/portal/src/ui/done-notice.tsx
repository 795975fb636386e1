import { type ReactNode, useEffect, useRef } from 'react';
import css from './notice.module.css';

/** Says that an act is done; announced without moving the focus. An empty one keeps the live region in the page. */
export function DoneNotice({ children }: { children: string }) {
  const notice = useRef<HTMLDivElement>(null);
  // What was done may stand outside the screen of a phone.
  useEffect(() => {
    if (children) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [children]);
  return (
    <div ref={notice} role="status" className={children ? `${css.notice} ${css.done}` : css.silent}>
      {children}
    </div>
  );
}

/** A remark that is no error: what is not certain, what to look at. */
export const Remark = ({ children }: { children: ReactNode }) => (
  <p className={`${css.notice} ${css.remark}`}>{children}</p>
);

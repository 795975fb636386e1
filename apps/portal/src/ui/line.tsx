import type { ReactNode } from 'react';
import css from './lines.module.css';

interface LineProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Where it stands, and what can be done with it. */
  readonly end?: ReactNode;
}

/** One line of a list in a card. */
export const Line = ({ title, children, end }: LineProps) => (
  <li className={css.line}>
    <div className={css.what}>
      <p className={css.title}>{title}</p>
      {children && <div className="soft">{children}</div>}
    </div>
    {end && <div className={css.end}>{end}</div>}
  </li>
);

/** The class of a link that makes its whole line lead somewhere. */
export const lineLink: string = css.link ?? '';

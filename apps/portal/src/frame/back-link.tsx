import css from './frame.module.css';
import type { WayBack } from './launch.js';

/** The way back to the course, for a page that has the whole window to itself. */
export const BackLink = ({ back }: { back: WayBack }) => (
  <nav aria-label="Your learning platform" className={css.back}>
    <a href={back.address}>
      <span aria-hidden="true">‹ </span>Back to {back.name}
    </a>
  </nav>
);

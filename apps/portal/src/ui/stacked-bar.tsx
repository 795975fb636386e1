import css from './stacked-bar.module.css';

export interface BarParts {
  readonly ojt?: number;
  readonly rti?: number;
  readonly pending?: number;
  readonly required: number;
}

/** What counts (solid), waits (hatched) and is left (pale), in proportion; the label says the same in words. */
export function StackedBar({ parts, label, tall = false }: { parts: BarParts; label: string; tall?: boolean }) {
  const { ojt = 0, rti = 0, pending = 0, required } = parts;
  const share = (minutes: number) => ({ width: `${required > 0 ? Math.min(100, (minutes / required) * 100) : 0}%` });
  return (
    <div role="img" aria-label={label} className={`${css.bar} ${tall ? css.tall : ''}`}>
      {ojt > 0 && <i className={css.ojt} style={share(ojt)} />}
      {rti > 0 && <i className={css.rti} style={share(rti)} />}
      {pending > 0 && <i className={css.pending} style={share(pending)} />}
    </div>
  );
}

/** The four looks of the bar with their words. */
export function BarLegend() {
  return (
    <ul className={css.legend}>
      <li>
        <i className={css.ojt} /> on the job
      </li>
      <li>
        <i className={css.rti} /> instruction
      </li>
      <li>
        <i className={css.pending} /> waiting
      </li>
      <li>
        <i className={css.left} /> left
      </li>
    </ul>
  );
}

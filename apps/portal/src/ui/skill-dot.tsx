import type { CompetencyView } from '@journeybook/contracts';
import css from './skill-dot.module.css';
import { type SkillStanding, standingOf } from './skill-standing.js';

const radius = 6;
// A ring drawn as wide as the disc fills like a pie.
const pie = { r: radius / 2, strokeWidth: radius, length: Math.PI * radius };
// However high the level seen was, an observation is no sign-off: its disc is never full.
const fullest = 0.75;

/** A skill as a mark: an empty ring, a ring with a point, a disc filled as far as the level seen, a full disc. An ornament beside words. */
export function SkillDot({ skill, size = 12 }: { skill: CompetencyView; size?: number }) {
  const { observed, requiredLevel } = skill;
  const share = observed ? Math.min(fullest, observed.level / Math.max(1, requiredLevel)) : 0;
  return <StandingDot standing={standingOf(skill)} share={share} size={size} />;
}

/** The mark of a standing alone; `share` is how far an observed one is filled. */
export function StandingDot(props: { standing: SkillStanding; share?: number; size?: number }) {
  const { standing, share = 0.5, size = 12 } = props;
  const look = standing === 'not-started' ? css.empty : css.begun;
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 16 16" className={`${css.dot} ${look}`}>
      <circle cx="8" cy="8" r={radius} className={css.ring} />
      {standing === 'demonstrated' && <circle cx="8" cy="8" r="2.2" className={css.fill} />}
      {standing === 'observed' && (
        <circle
          cx="8"
          cy="8"
          r={pie.r}
          className={css.pie}
          strokeWidth={pie.strokeWidth}
          strokeDasharray={`${pie.length * share} ${pie.length}`}
          transform="rotate(-90 8 8)"
        />
      )}
      {standing === 'signed-off' && <circle cx="8" cy="8" r={radius} className={css.fill} />}
    </svg>
  );
}

/** What the four marks say; whoever hears the page reads it at each skill in words. */
export const SkillLegend = () => (
  <ul className={css.legend} aria-hidden="true">
    {(Object.keys(names) as SkillStanding[]).map((standing) => (
      <li key={standing}>
        <StandingDot standing={standing} /> {names[standing]}
      </li>
    ))}
  </ul>
);

const names = {
  'signed-off': 'signed',
  observed: 'observed',
  demonstrated: 'demonstrated',
  'not-started': 'not started',
} as const satisfies Record<SkillStanding, string>;

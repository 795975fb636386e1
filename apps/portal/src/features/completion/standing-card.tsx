import type { CompletionView } from '@journeybook/contracts';
import { IconCircle, IconCircleCheckFilled, IconCircleDotted } from '@tabler/icons-react';
import { countOf, showDate } from '../../ui/show-dates.js';
import { StackedBar } from '../../ui/stacked-bar.js';
import css from './completion-desk.module.css';

/** How much is met, and the four stages with who acts in each. */
export function StandingCard({ completion }: { completion: CompletionView }) {
  const { requirements } = completion;
  const met = requirements.filter((one) => one.met).length;
  return (
    <section className={`card ${css.standing}`} aria-label="Where it stands">
      <p>
        <span className={`${css.number} num`}>{met}</span>{' '}
        <span className="soft">of {countOf(requirements.length, 'requirement')} met</span>
      </p>
      <StackedBar
        parts={{ ojt: met, required: requirements.length }}
        label={`${met} met, ${requirements.length - met} left`}
        tall
      />
      <Stages completion={completion} met={met} />
    </section>
  );
}

interface Stage {
  readonly name: string;
  readonly facts: string;
  readonly done: boolean;
}

function stagesOf({ requirements, attestation, employer, sponsor }: CompletionView, met: number): readonly Stage[] {
  const all = requirements.length;
  const reviewed = requirements.filter((one) => one.review !== null).length;
  const accepted = requirements.filter((one) => one.review?.verdict === 'accepted').length;
  return [
    {
      name: 'Everything is met',
      facts: met === all ? 'nothing is left' : `${all - met} left`,
      done: met === all,
    },
    {
      name: 'The employer attests mastery',
      facts: attestation ? `${attestation.by.name}, ${showDate(attestation.on)}` : employer.name,
      done: attestation !== null,
    },
    {
      name: 'The sponsor reviews',
      facts: reviewed > 0 ? `${reviewed} of ${all} reviewed` : sponsor.name,
      done: accepted === all,
    },
    { name: 'The sponsor awards completion', facts: sponsor.name, done: false },
  ];
}

function Stages({ completion, met }: { completion: CompletionView; met: number }) {
  const stages = stagesOf(completion, met);
  const now = stages.findIndex((one) => !one.done);
  return (
    <ol className={css.stages}>
      {stages.map(({ name, facts, done }, index) => {
        const Icon = done ? IconCircleCheckFilled : index === now ? IconCircleDotted : IconCircle;
        const look = done ? css.done : index === now ? css.now : '';
        return (
          <li key={name} className={`${css.stage} ${look}`} aria-current={index === now ? 'step' : undefined}>
            <Icon size={22} aria-hidden="true" />
            <span>
              {name}
              {done && <span className="hidden-visually">: done</span>}
              <br />
              <span className="soft">{facts}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

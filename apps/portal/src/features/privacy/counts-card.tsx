import { Button } from '@mantine/core';
import { type AnswerCounts, endpoints } from '@journeybook/contracts';
import { isFormOver, questionOf, questions, severalRaces, unanswered } from '@journeybook/domain';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { Remark } from '../../ui/done-notice.js';
import { Facts } from '../../ui/facts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf, showDate, showInstant, today } from '../../ui/show-dates.js';

interface CountsCardProps {
  readonly sponsor: { readonly id: string; readonly name: string };
}

/** How the apprentices of a sponsor answered, without names. It is asked for by a press, because each look is written down. */
export function CountsCard({ sponsor }: CountsCardProps) {
  const client = useClient();
  const count = useMutation({
    mutationFn: () => client(endpoints.countAnswers, { body: { sponsor: sponsor.id } }),
    gcTime: 0,
  });
  const heading = `counts-${sponsor.id}`;
  return (
    <section className="card stack" aria-labelledby={heading}>
      <h2 id={heading}>How apprentices of {sponsor.name} answered</h2>
      <p className="soft">
        Apprentices who train now or are suspended. Fewer than five are never told, nor what would tell them by
        subtraction. Your apprentices see that you looked.
      </p>
      {questions
        .filter(({ form }) => isFormOver(form, today()))
        .map(({ form, title }) => (
          <Remark key={form.code}>
            {title} is asked with form {form.code}, which expired on {form.expiresOn && showDate(form.expiresOn)}.
            Compare it with the newest form of the government.
          </Remark>
        ))}
      <ProblemNotice error={count.error} />
      {count.data && <Counts counts={count.data} />}
      <div>
        <Button variant={count.data ? 'default' : 'filled'} loading={count.isPending} onClick={() => count.mutate()}>
          {count.data ? 'Count again' : 'Show the counts'}
        </Button>
      </div>
    </section>
  );
}

const otherNames: Readonly<Record<string, string>> = { [severalRaces]: 'Two or more', [unanswered]: 'Not answered' };

function Counts({ counts: { people, questions: counted, countedAt } }: { counts: AnswerCounts }) {
  return (
    <>
      <p>
        {countOf(people, 'apprentice')}, {showInstant(countedAt)}
      </p>
      {counted.map(({ field, counts }) => {
        const { title, answers } = questionOf(field);
        const isHidden = counts.every((one) => one.people === null);
        return (
          <div key={field} className="stack">
            <h3>{title}</h3>
            {isHidden ? (
              <p className="soft">Too few people, or all answered alike: nothing can be told.</p>
            ) : (
              <Facts
                facts={counts.map(({ value, people: many }) => [
                  answers.find((one) => one.value === value)?.label ?? otherNames[value] ?? value,
                  many === null ? 'not told' : String(many),
                ])}
              />
            )}
          </div>
        );
      })}
    </>
  );
}

import { Button, Checkbox, Radio } from '@mantine/core';
import { endpoints, type OwnAnswers, type Shown } from '@journeybook/contracts';
import type { CalendarDate, Question } from '@journeybook/domain';
import { isFormOver } from '@journeybook/domain';
import { useId, useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { chooseAmong, isSameChoice } from './answer-form.js';
import { useOwnAnswersAct } from './use-own-answers.js';

interface QuestionCardProps {
  readonly question: Question;
  readonly given: NonNullable<OwnAnswers['answers'][Question['field']]> | undefined;
  readonly edition: string;
  readonly today: CalendarDate;
  readonly onDone: (words: string) => void;
}

/** One voluntary question: what it is for, its answers, and the way to take an answer back. */
export function QuestionCard({ question, given, edition, today, onDone }: QuestionCardProps) {
  const { field, title, purpose } = question;
  const name = useId();
  const [chosen, setChosen] = useState<readonly string[]>(given?.values ?? []);
  const [tried, setTried] = useState(false);
  const params = { field };
  const save = useOwnAnswersAct((call, { values, ifMatch }: { values: readonly string[]; ifMatch: Shown }) =>
    call(endpoints.giveAnswer, { params, body: { values: [...values] }, ifMatch }),
  );
  const withdraw = useOwnAnswersAct((call, ifMatch: Shown) => call(endpoints.withdrawAnswer, { params, ifMatch }));
  const error = save.error ?? withdraw.error;
  const { ifMatch, keep } = useShown(edition, error);
  const isKept = given !== undefined && isSameChoice(chosen, given.values);
  const send = () => {
    setTried(true);
    if (chosen.length === 0) return;
    withdraw.reset();
    save.mutate(
      { values: chosen, ifMatch },
      {
        onSuccess: ({ editions }) => {
          keep(editions[field]);
          onDone(`${title}: your answer is kept.`);
        },
      },
    );
  };
  const forget = () => {
    save.reset();
    withdraw.mutate(ifMatch, {
      onSuccess: ({ editions }) => {
        keep(editions[field]);
        setChosen([]);
        setTried(false);
        onDone(`${title}: your answer is taken back, and nothing of it is kept.`);
      },
    });
  };
  return (
    <section className="card stack" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <p className="soft">{purpose}</p>
      <Choices
        question={question}
        chosen={chosen}
        error={tried && chosen.length === 0 ? 'Choose an answer. "I do not wish to answer" is one.' : undefined}
        onChoose={(values) => setChosen(chooseAmong(question, chosen, values))}
      />
      <FormLine question={question} today={today} />
      <ProblemNotice error={error} says={sayChanged(error, sayAnswer(question, given))} />
      <div className="row">
        {!isKept && (
          <Button loading={save.isPending} onClick={send} aria-label={`Keep my answer: ${title}`}>
            Keep my answer
          </Button>
        )}
        {given && (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={forget}
            aria-label={`Take my answer back: ${title}`}
          >
            Take my answer back
          </Button>
        )}
        {given && <span className="soft">answered on {showDate(given.answeredOn)}</span>}
      </div>
    </section>
  );
}

function sayAnswer({ answers }: Question, given: QuestionCardProps['given']): string {
  const labels = answers.filter(({ value }) => given?.values.includes(value)).map(({ label }) => label);
  return labels.length > 0 ? `The answer now is: ${labels.join('; ')}.` : 'There is no answer now.';
}

interface ChoicesProps {
  readonly question: Question;
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onChoose: (values: string[]) => void;
}

function Choices({ question: { title, multiple, answers }, chosen, error, onChoose }: ChoicesProps) {
  if (multiple)
    return (
      <Checkbox.Group label={`${title}: choose all that apply`} value={[...chosen]} onChange={onChoose} error={error}>
        <div className="stack">
          {answers.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </div>
      </Checkbox.Group>
    );
  return (
    <Radio.Group
      label={`${title}: choose one`}
      value={chosen[0] ?? ''}
      onChange={(value) => onChoose([value])}
      error={error}
    >
      <div className="stack">
        {answers.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </div>
    </Radio.Group>
  );
}

/** Where the question comes from; forms of the government say until when they are to be used. */
function FormLine({ question: { form }, today }: { question: Question; today: CalendarDate }) {
  if (form.expiresOn === null) return null;
  return (
    <p className="soft">
      Form {form.code}, OMB number {form.ombNumber}, expires {showDate(form.expiresOn)}.
      {isFormOver(form, today) &&
        ' This day is over: your sponsor compares the form with the newest one of the government. You may answer all the same.'}
    </p>
  );
}

import { Button } from '@mantine/core';
import type { WageStepView, WagesView } from '@journeybook/contracts';
import { useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Line } from '../../ui/line.js';
import { showDate } from '../../ui/show-dates.js';
import { GiveWageForm } from './give-wage-form.js';
import { showDollars } from '../../ui/show-dollars.js';
import { mayBeGiven, paidStep, stepAsks, stepState } from './step-words.js';

interface WageStepLineProps {
  readonly step: WageStepView;
  readonly wages: WagesView;
  readonly beganOn: string | undefined;
  readonly onDone: (words: string) => void;
}

/** One step: what it asks for, the least it pays, where it stands, and recording what is paid. */
export function WageStepLine({ step: view, wages, beganOn, onDone }: WageStepLineProps) {
  const { step, leastCentsPerHour, reachedOn, state } = view;
  const [opened, setOpened] = useState(false);
  const { tone, words } = stepState(view);
  const title = `${step.step}. ${step.title}`;
  const isPaid = paidStep(wages.steps)?.step.step === step.step;
  const isOwed = state === 'due' || state === 'overdue';
  const facts = [
    stepAsks(step),
    `at least ${showDollars(leastCentsPerHour)} (${step.percent}\u00a0%)`,
    ...(reachedOn && state === 'given' ? [`reached ${showDate(reachedOn)}`] : []),
  ];
  const done = (said: string) => {
    setOpened(false);
    onDone(said);
  };
  return (
    <Line
      title={title}
      end={
        <>
          <Badge tone={tone}>{words}</Badge>
          {wages.may.give && mayBeGiven(view, wages.steps) && (
            <Button
              variant={isOwed ? 'filled' : 'default'}
              aria-label={`${isPaid ? 'Change the rate' : 'Record the pay'} of step ${title}`}
              onClick={() => setOpened(true)}
            >
              {isPaid ? 'Change the rate' : 'Record the pay'}
            </Button>
          )}
          <FormDialog opened={opened} title={`What is paid on step ${title}`} onClose={() => setOpened(false)}>
            <GiveWageForm step={view} wages={wages} beganOn={beganOn} onDone={done} onClose={() => setOpened(false)} />
          </FormDialog>
        </>
      }
    >
      {facts.join(' · ')}
    </Line>
  );
}

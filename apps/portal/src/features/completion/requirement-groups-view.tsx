import { Button } from '@mantine/core';
import type { CompletionView, RequirementView } from '@journeybook/contracts';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { Fold, useFolds } from '../../ui/fold.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import css from './completion-desk.module.css';
import { QuestionDialog } from './question-dialog.js';
import { RecordCredentialDialog } from './record-credential-dialog.js';
import {
  acceptable,
  groupNames,
  type RequirementGroup,
  groupRequirements,
  requirementKey,
} from './requirement-groups.js';
import { RequirementLine } from './requirement-line.js';
import { type ReviewDesk, useReviewDesk } from './use-review-desk.js';

/** Every requirement by what it is about, unmet ones first; the sponsor reviews in place. */
export function RequirementGroups({ completion }: { completion: CompletionView }) {
  const groups = groupRequirements(completion.requirements);
  const folds = useFolds(firstOpen(groups));
  const desk = useReviewDesk(completion);
  const [questioning, setQuestioning] = useState<RequirementView | null>(null);
  const [recording, setRecording] = useState<RequirementView | null>(null);
  const closeQuestion = () => {
    setQuestioning(null);
    desk.forget();
  };
  return (
    <>
      {groups.map((group) => (
        <Fold
          key={group.id}
          title={groupNames[group.id]}
          summary={describeGroup(group, completion.may.review)}
          expanded={folds.isOpen(group.id)}
          onToggle={() => folds.toggle(group.id)}
        >
          {completion.may.review && <AcceptAll group={group} desk={desk} />}
          <ul>
            {group.items.map((one) => (
              <RequirementLine
                key={requirementKey(one)}
                item={one}
                completion={completion}
                desk={desk}
                onQuestion={() => setQuestioning(one)}
                onRecord={() => setRecording(one)}
              />
            ))}
          </ul>
        </Fold>
      ))}
      <DoneNotice>{desk.done}</DoneNotice>
      {!questioning && <ProblemNotice error={desk.error} />}
      <QuestionDialog item={questioning} desk={desk} onClose={closeQuestion} />
      <RecordCredentialDialog item={recording} completion={completion} onClose={() => setRecording(null)} />
    </>
  );
}

/** What has something unmet, else what is not reviewed yet. */
function firstOpen(groups: readonly RequirementGroup[]): readonly string[] {
  const unmet = groups.filter((one) => one.met < one.items.length).map((one) => one.id);
  if (unmet.length > 0) return unmet;
  return groups
    .filter((one) => one.reviewed < one.items.length)
    .slice(0, 1)
    .map((one) => one.id);
}

function describeGroup({ items, met, reviewed, questioned }: RequirementGroup, reviews: boolean): string {
  return [
    `${met} of ${items.length} met`,
    ...(reviews || reviewed > 0 ? [`${reviewed} of ${items.length} reviewed`] : []),
    ...(questioned > 0 ? [`${questioned} questioned`] : []),
  ].join(' · ');
}

/** Accepts everything met of a group that nothing was said about. It stays when there is nothing left: the focus is on it. */
function AcceptAll({ group, desk }: { group: RequirementGroup; desk: ReviewDesk }) {
  const count = acceptable(group.items).length;
  const last = group.items.filter((one) => one.met).length;
  if (last === 0) return null;
  return (
    <div className={css.group}>
      <Button
        variant={count > 0 ? 'light' : 'subtle'}
        aria-disabled={count === 0}
        aria-busy={desk.busy.size > 1}
        onClick={() => desk.busy.size === 0 && desk.acceptAll(group.items)}
      >
        {count > 0 ? `Accept all ${count} met` : 'Everything met is reviewed'}
      </Button>
    </div>
  );
}

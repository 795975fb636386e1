import { Button } from '@mantine/core';
import type { CompletionView, RequirementView } from '@journeybook/contracts';
import { IconCheck } from '@tabler/icons-react';
import { Badge } from '../../ui/badge.js';
import { showDate } from '../../ui/show-dates.js';
import css from './completion-desk.module.css';
import { describeMissing } from './describe-missing.js';
import { requirementKey, requirementName } from './requirement-groups.js';
import type { ReviewDesk } from './use-review-desk.js';

interface RequirementLineProps {
  readonly item: RequirementView;
  readonly completion: CompletionView;
  readonly desk: ReviewDesk;
  readonly onQuestion: () => void;
  readonly onRecord: () => void;
}

/** One requirement: met or what would meet it, what the sponsor says of it, and the ways to act. */
export function RequirementLine({ item, completion, desk, onQuestion, onRecord }: RequirementLineProps) {
  const { kind, code, title, met, review } = item;
  const { may } = completion;
  const alone = kind === 'ojt-minimum' || kind === 'ojt-months';
  return (
    <li className={css.line}>
      <div className={css.facts}>
        <span>
          {!alone && <span className={css.code}>{code}</span>} {title}{' '}
          {met ? <Badge tone="ok">met</Badge> : <Badge tone="wait">{describeMissing(item)}</Badge>}
        </span>
        {kind === 'completion-credential' && <Earned code={code} completion={completion} />}
        {review && (
          <span className={review.verdict === 'questioned' ? css.remark : 'soft'}>
            {review.verdict} by {review.by.name}
            {review.remark && `: “${review.remark}”`}
          </span>
        )}
      </div>
      <div className={css.verdicts}>
        {kind === 'completion-credential' && !met && may.recordCredential && (
          <Button variant="light" aria-label={`Record: ${requirementName(item)}`} onClick={onRecord}>
            Record…
          </Button>
        )}
        {may.review && <Verdicts item={item} desk={desk} onQuestion={onQuestion} />}
      </div>
    </li>
  );
}

/** Two buttons that stay, so that the focus stays; what is unmet cannot be accepted. */
function Verdicts({ item, desk, onQuestion }: Pick<RequirementLineProps, 'item' | 'desk' | 'onQuestion'>) {
  const { met, review } = item;
  const accepted = review?.verdict === 'accepted';
  const questioned = review?.verdict === 'questioned';
  return (
    <>
      {met && (
        <Button
          variant={accepted ? 'light' : 'default'}
          leftSection={accepted && <IconCheck size={18} aria-hidden="true" />}
          aria-pressed={accepted}
          aria-label={`${accepted ? 'Accepted' : 'Accept'}: ${requirementName(item)}`}
          // Not disabled meanwhile: the focus would be lost.
          aria-busy={desk.busy.has(requirementKey(item))}
          onClick={() => !accepted && desk.busy.size === 0 && desk.accept(item)}
        >
          {accepted ? 'Accepted' : 'Accept'}
        </Button>
      )}
      <Button
        variant={questioned ? 'light' : 'subtle'}
        aria-pressed={questioned}
        aria-label={`${questioned ? 'Questioned' : 'Question'}: ${requirementName(item)}`}
        onClick={onQuestion}
      >
        {questioned ? 'Questioned' : 'Question…'}
      </Button>
    </>
  );
}

/** When a credential was earned, where it is kept, and who saw it. */
function Earned({ code, completion }: { code: string; completion: CompletionView }) {
  const earned = completion.credentials.find((one) => one.code === code)?.earned;
  if (!earned) return null;
  return (
    <span className="soft">
      earned {showDate(earned.on)} · {earned.reference} · seen by {earned.by.name}
    </span>
  );
}

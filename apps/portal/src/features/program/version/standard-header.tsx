import { Button, NativeSelect } from '@mantine/core';
import type { StandardSummary, StandardView } from '@journeybook/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHeading } from '../../../ui/page-heading.js';
import { countOf, showInstantDate } from '../../../ui/show-dates.js';
import { NewVersionDialog } from '../new-version-dialog.js';
import { describeSize } from '../standard-words.js';
import { useStandards } from '../use-standards.js';
import css from './standard-view.module.css';

/** Which version this is, and what can be done with it. */
export function StandardHeader({ standard }: { standard: StandardView }) {
  const { contents, sponsor } = standard;
  const { occupation, version } = contents;
  const facts = [`RAPIDS ${occupation.rapidsCode}`, `O*NET ${occupation.onetSoc}`, sponsor.name];
  return (
    <header className={css.header}>
      <div>
        <PageHeading title={`${occupation.title}, version ${version}`} />
        <p>{describeSize(contents)}</p>
        <p className="soft">
          {facts.join(' · ')} · published {showInstantDate(standard.publishedAt)} ·{' '}
          {countOf(standard.apprentices, 'apprentice')} bound to it
        </p>
      </div>
      <Actions standard={standard} />
    </header>
  );
}

function Actions({ standard }: { standard: StandardView }) {
  const [making, setMaking] = useState(false);
  const list = useStandards().data?.standards ?? [];
  const navigate = useNavigate();
  return (
    <div className={css.actions}>
      <CompareWith standard={standard} list={list} />
      <Button variant="default" onClick={() => window.print()}>
        Print
      </Button>
      {standard.may.draft && <Button onClick={() => setMaking(true)}>New version…</Button>}
      <NewVersionDialog
        opened={making}
        from={standard.id}
        standards={list}
        onClose={() => setMaking(false)}
        onMade={(draft) => navigate({ to: '/programs/drafts/$draft', params: { draft } })}
      />
    </div>
  );
}

function CompareWith({ standard, list }: { standard: StandardView; list: readonly StandardSummary[] }) {
  const navigate = useNavigate();
  const others = list.filter(
    (one) =>
      one.id !== standard.id &&
      one.sponsor.id === standard.sponsor.id &&
      one.occupation.rapidsCode === standard.contents.occupation.rapidsCode,
  );
  if (others.length === 0) return null;
  return (
    <NativeSelect
      aria-label="Compare with another version"
      className={css.compare ?? ''}
      value=""
      onChange={(event) =>
        navigate({
          to: '/programs/$standard/differences',
          params: { standard: standard.id },
          search: { with: event.currentTarget.value },
        })
      }
      data={[
        { value: '', label: 'Compare with…', disabled: true },
        ...others.map((one) => ({ value: one.id, label: nameOf(one) })),
      ]}
    />
  );
}

const nameOf = (one: StandardSummary): string =>
  one.status === 'draft' ? `Draft of ${one.version}` : `Version ${one.version}`;

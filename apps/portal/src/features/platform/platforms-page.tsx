import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { AddCollegeForm } from './add-college-form.js';
import { CollegePlatforms } from './college-platforms.js';
import css from './platform.module.css';
import { useColleges } from './use-platforms.js';

const title = 'Platforms';

/** Connects and looks after a college's learning platforms; a sponsor chooses the college first. */
export function PlatformsPage() {
  const colleges = useColleges();
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const list = colleges.data?.colleges ?? [];
  const sponsors = colleges.data?.sponsors ?? [];
  const college = list.find(({ id }) => id === chosen) ?? (list.length === 1 ? list[0] : undefined);
  const added = (id: string) => {
    setChosen(id);
    setAdding(false);
  };
  return (
    <div className={css.page}>
      <PageHeading title={title} />
      {colleges.isPending && <Loading what="the colleges" heights={[44, 180]} />}
      <ProblemNotice error={colleges.error} onRetry={colleges.refetch} />
      {list.length > 1 && (
        <NativeSelect
          label="College"
          data={[
            ...(college ? [] : [{ value: '', label: 'Choose a college' }]),
            ...list.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={college?.id ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {list.length === 1 && <p className="soft">{college?.name}</p>}
      {colleges.data && list.length === 0 && (
        <Empty title="No college yet">
          {sponsors.length > 0
            ? 'Add the college that teaches your apprentices; then its learning platform can be connected. A college with administrators of its own connects it itself.'
            : 'Your sponsor adds your college first.'}
        </Empty>
      )}
      {sponsors.length > 0 && (adding || list.length === 0) && (
        <AddCollegeForm sponsors={sponsors} onAdded={({ id }) => added(id)} />
      )}
      {college && <CollegePlatforms key={college.id} college={college.id} />}
      {sponsors.length > 0 && list.length > 0 && !adding && (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            Add a college
          </Button>
        </div>
      )}
    </div>
  );
}

import { Button } from '@mantine/core';
import type { CustomisationView, StandardContents } from '@journeybook/contracts';
import { useState } from 'react';
import { showHours } from '../../../ui/show-hours.js';
import css from './customisation-page.module.css';
import { SectorCoursesDialog } from './sector-courses-dialog.js';
import type { Customise } from './use-customisation.js';

type Course = StandardContents['courses'][number];

/** The courses that the employer names, such as IMT's 30 sector-specific hours. */
export function LocalCourses({ own, customise }: { own: CustomisationView; customise: Customise }) {
  const [naming, setNaming] = useState<Course | null>(null);
  const local = own.contents.courses.filter((one) => one.local);
  const close = () => {
    setNaming(null);
    customise.reset();
  };
  if (local.length === 0) return null;
  return (
    <section className="card" aria-labelledby="local-courses">
      <h2 id="local-courses">Sector-specific courses</h2>
      <ul>
        {local.map((one) => (
          <li key={one.code} className={css.line}>
            <span>
              <span className={css.code}>{one.code}</span> {one.title}{' '}
              <span className="soft">{showHours(one.requiredMinutes)}</span>
            </span>
            {own.may.customise && (
              <Button variant="subtle" onClick={() => setNaming(one)} aria-label={`Name courses: ${one.code}`}>
                Name courses…
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SectorCoursesDialog key={naming?.code} course={naming} customise={customise} onClose={close} />
    </section>
  );
}

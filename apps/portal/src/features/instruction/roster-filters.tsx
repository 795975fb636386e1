import { Button, TextInput } from '@mantine/core';
import { MatchAllSuggested } from './match-all-suggested.js';
import { filterShows, offeredFilters, rowFilters } from './row-standing.js';
import css from './section-desk.module.css';
import type { SectionDeskState } from './use-section-desk.js';

/** So many are seen at a glance. */
const searchedFrom = 8;

/** Which learners are shown, and the one tick for everybody who passed. */
export function RosterFilters({ desk }: { desk: SectionDeskState }) {
  const { rows, filter, setFilter, passed, picked, toggle, section } = desk;
  const allPassed = passed.length > 0 && passed.every((one) => one.chosen);
  const offered = offeredFilters(
    rows.map((one) => one.standing),
    filter,
  );
  return (
    <div className="row between">
      <div role="group" aria-label="Show" className={css.filters}>
        {offered.map((one) => (
          <Button
            key={one}
            variant={filter === one ? 'filled' : 'default'}
            aria-pressed={filter === one}
            onClick={() => setFilter(one)}
          >
            {rowFilters[one]} {rows.filter(({ standing }) => filterShows(one, standing)).length}
          </Button>
        ))}
      </div>
      {rows.length > searchedFrom && (
        <TextInput
          type="search"
          aria-label="Search the learners"
          placeholder="Search"
          value={desk.search}
          onChange={(event) => desk.setSearch(event.currentTarget.value)}
        />
      )}
      <MatchAllSuggested desk={desk} />
      {section.may.confirm && passed.length > 0 && (
        <Button
          variant="subtle"
          onClick={() =>
            toggle(
              (allPassed ? picked : passed).map((one) => one.row.identity),
              !allPassed,
            )
          }
        >
          {allPassed ? 'Choose none' : `Choose all who passed (${passed.length})`}
        </Button>
      )}
    </div>
  );
}

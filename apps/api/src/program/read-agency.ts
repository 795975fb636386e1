import type { AgencyPolicy } from '@journeybook/domain';
import { federalPolicy, findAgencyPolicy } from '@journeybook/domain';

/** The states, the district and the territories with a registration agency, by the letters the post gives them. */
const states = new Map(
  (
    'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,' +
    'DC District of Columbia,FL Florida,GA Georgia,GU Guam,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,' +
    'KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,' +
    'MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,' +
    'ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,PR Puerto Rico,RI Rhode Island,SC South Carolina,' +
    'SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VI Virgin Islands,VA Virginia,WA Washington,' +
    'WV West Virginia,WI Wisconsin,WY Wyoming'
  )
    .split(',')
    .map((entry) => [entry.slice(0, 2), entry.slice(3)]),
);

export interface AgencyReading {
  readonly agency: AgencyPolicy;
  /** What to look at, in one sentence; null when the agency is as named. */
  readonly note: string | null;
}

/**
 * The policy of the agency that registers: the state's where its own agency does (`SAA`, or nothing said) and its policy ships with
 * Journeybook, otherwise the federal one. Null when the state is none, by its two letters or its name.
 */
export function readAgency(state: string | null, office: 'OA' | 'SAA' | null): AgencyReading | null {
  const federal = (note: string | null): AgencyReading => ({ agency: federalPolicy, note });
  if (state === null) return federal('No Registration State is given, so the federal policy applies.');
  if (/^(national|us|usa|united states)$/i.test(state)) return federal(null);
  const [code, name] =
    [...states].find((names) => names.some((one) => one.toLowerCase() === state.toLowerCase())) ?? [];
  if (code === undefined) return null;
  if (office === 'OA')
    return federal(`The federal Office of Apprenticeship registers in ${name}, so the federal policy applies.`);
  const agency = findAgencyPolicy(`US-${code}`);
  return agency === null
    ? federal(`No policy of ${name} is known, so the federal policy applies; check what the state asks for.`)
    : { agency, note: null };
}

import type { Installation } from '@journeybook/contracts';

/** Only ever in the demo world; an installation of one's own has none of these people. */
export const demoPassword = 'journeybook-demo';

const signIn = (name: string, role: string, email: string, note: string): Installation['signIns'][number] => ({
  name,
  role,
  email,
  password: demoPassword,
  note,
});

/** Who can sign in to the demo world, and what each is good for. */
export const demoSignIns: Installation['signIns'] = [
  signIn('Adaeze Dike', 'Apprentice', 'adaeze.dike@northfield.example', 'Ten months in: log hours, see what is left'),
  signIn('Lucia Okafor', 'Mentor', 'lucia.okafor@northfield.example', 'Hours wait for her: approve, return, sign off'),
  signIn('Carol Jensen', 'Employer', 'carol.jensen@northfield.example', 'Northfield Castings, three apprentices'),
  signIn(
    'David Osei',
    'Employer',
    'david.osei@harbor.example',
    'Harbor Plastics: may not open the records of Northfield',
  ),
  signIn(
    'Ines Walker',
    'Sponsor',
    'ines.walker@glmjac.example',
    'All seven apprentices of the committee: one waits for completion',
  ),
  signIn(
    'Rosa Silva',
    'Instructor',
    'rosa.silva@lakeside.example',
    'Sections that are taught without Canvas or Moodle',
  ),
  signIn('Tomás Rivera', 'Apprentice', 'tomas.rivera@harbor.example', 'Started three weeks ago'),
  signIn('Ben Schultz', 'Mentor', 'ben.schultz@harbor.example', 'Mentor at Harbor Plastics'),
];

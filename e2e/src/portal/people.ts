/** The password of everybody in the demo world. */
export const demoPassword = 'journeybook-demo';

/** People of the demo world, by the name that stands on every screen. */
export const people = {
  adaeze: { name: 'Adaeze Dike', email: 'adaeze.dike@northfield.example' },
  marcus: { name: 'Marcus Hale', email: 'marcus.hale@northfield.example' },
  priya: { name: 'Priya Nair', email: 'priya.nair@northfield.example' },
  lucia: { name: 'Lucia Okafor', email: 'lucia.okafor@northfield.example' },
  carol: { name: 'Carol Jensen', email: 'carol.jensen@northfield.example' },
  david: { name: 'David Osei', email: 'david.osei@harbor.example' },
  ines: { name: 'Ines Walker', email: 'ines.walker@glmjac.example' },
  tomas: { name: 'Tomás Rivera', email: 'tomas.rivera@harbor.example' },
  joanna: { name: 'Joanna Kim', email: 'joanna.kim@harbor.example' },
  samuel: { name: 'Samuel Ortiz', email: 'samuel.ortiz@harbor.example' },
  rosa: { name: 'Rosa Silva', email: 'rosa.silva@lakeside.example' },
  ben: { name: 'Ben Schultz', email: 'ben.schultz@harbor.example' },
} as const;

export type Person = (typeof people)[keyof typeof people];

/** The IMT program as the pages' tests see it: the real hours, and the first tasks of each work process. */
export const fakeProcesses: readonly {
  code: string;
  title: string;
  hours: number;
  /** The least and the most, in hours, where they differ. */
  least?: number;
  most?: number;
  tasks: readonly string[];
}[] = [
  {
    code: 'WP01',
    title: 'Operate production equipment',
    hours: 1000,
    tasks: [
      'Start up and shut down production equipment in the prescribed sequence',
      'Perform and monitor the process to make the product',
      'Operate equipment under standard operating procedures and good manufacturing practice',
      'Monitor gauges and indicators and adjust the process for quality and output',
      'Recognise abnormal operation and troubleshoot or escalate',
      'Load and unload materials and parts',
      'Record machine and production data for the shift',
      'Coordinate work flow with team members and other work groups',
      'Hand over status to the next shift',
      'Clean equipment and work area',
    ],
  },
  {
    code: 'WP02',
    title: 'Produce products that meet or exceed quality standards',
    hours: 500,
    tasks: [
      'Inspect materials and product or process at all stages against specification',
      'Inspect finished products for quality and customer requirements',
      'Document the results of quality problems',
      'Communicate quality problems',
      'Take corrective action to restore or maintain quality',
      'Record process outcomes and trends',
      'Participate in periodic internal quality audit activities',
      'Document product and process compliance with customer requirements',
      'Segregate and tag nonconforming product',
    ],
  },
  {
    code: 'WP03',
    title: 'Interpret technical information',
    hours: 200,
    tasks: [
      'Apply the fundamentals of blueprint reading',
      'Read work orders routings and job travellers',
      'Follow written standard operating procedures and work instructions',
      'Interpret tolerances symbols and specifications',
      'Use machine manuals and set-up sheets',
      'Prepare or update SOPs batch records and productivity reports',
      'Communicate production and material requirements and product specifications',
    ],
  },
  {
    code: 'WP04',
    title: 'Measure/inspect work using mechanical tools and testing equipment',
    hours: 200,
    tasks: [
      'Use common measurement systems and precision measurement tools',
      'Measure with calipers micrometers height gauges and protractors',
      'Check calibration of gages and other data collection equipment',
      'Test products or subassemblies for function or quality',
      'Use electrical or electronic test equipment required by the job',
      'Record and chart measurement data',
      'Select the right instrument for the tolerance',
    ],
  },
  {
    code: 'WP05',
    title: 'Set up production equipment',
    hours: 200,
    least: 160,
    most: 240,
    tasks: [
      'Set up equipment for the production process',
      'Set up and verify the functionality of safety equipment',
      'Calibrate or adjust equipment to specification',
      'Prepare and assemble materials and tooling',
      'Change over tooling dies fixtures or recipes',
      'Run first-piece and obtain approval',
      'Determine resources available for the production process',
    ],
  },
  {
    code: 'WP06',
    title: 'Local options customized to meet industry-specific requirements',
    hours: 136,
    tasks: [],
  },
  {
    code: 'WP07',
    title: 'Demonstrate continuous improvement (lean manufacturing and Six Sigma principles)',
    hours: 100,
    tasks: [
      'Suggest continuous improvements',
      'Explain lean principles and identify waste',
      'Explain Six Sigma principles',
      'Take part in a 5S or kaizen activity',
      'Use root-cause problem solving',
      'Help test prototypes new products processes or procedures',
    ],
  },
  {
    code: 'WP08',
    title: 'Demonstrate knowledge of electrical and/or mechanical maintenance',
    hours: 100,
    tasks: [
      'Perform preventive maintenance and routine repair',
      'Monitor indicators to ensure correct operations',
      'Perform all housekeeping to maintain the production schedule',
      'Recognise potential maintenance issues with basic production systems and inform maintenance',
      'Recognise electrical pneumatic hydraulic and automation faults',
      'Check lubrication bearings couplings belts and chain drives',
      'Apply lockout/tagout before maintenance',
    ],
  },
  {
    code: 'WP09',
    title: 'Demonstrate knowledge of inventory and material processes',
    hours: 100,
    tasks: [
      'Maintain inventory of job materials',
      'Receive stage and move materials safely',
      'Prepare final product for shipping or distribution',
      'Package finished products',
      'Use material labels lot numbers and traceability records',
      'Handle and dispose of hazardous and non-hazardous waste correctly',
    ],
  },
  {
    code: 'WP10',
    title: 'Demonstrate knowledge of trends and the current state of business',
    hours: 100,
    tasks: [
      'Identify customer needs',
      'Set team production goals',
      'Explain how production targets cost and delivery affect the business',
      'Plan and lay out work to meet production and schedule requirements',
      'Describe the company products markets and industry trends',
      'Give advice or training to other technicians',
    ],
  },
  {
    code: 'WP11',
    title: 'Protect self and other workers from accidents and injuries',
    hours: 100,
    tasks: [
      'Work in a safe and productive manufacturing workplace',
      'Perform safety and environmental inspections',
      'Perform emergency drills and participate in emergency teams',
      'Identify unsafe conditions and take corrective action',
      'Provide safety orientation for other employees',
      'Train personnel to use equipment safely',
      'Suggest processes and procedures that support safety of the work environment',
      'Fulfil safety and health requirements for maintenance installation and repair',
      'Monitor safe equipment and operator performance',
      'Use effective safety-enhancing workplace practices',
      'Use PPE correctly',
    ],
  },
];

/** Code, title and hours of the RTI courses. */
export const fakeCourses: readonly (readonly [code: string, title: string, hours: number])[] = [
  ['RTI01', 'Industry sector-specific courses', 30],
  ['RTI02', 'Quality Assurance and Continuous Improvement', 28],
  ['RTI03', 'Manufacturing 101', 24],
  ['RTI04', 'Measurements and Computations Using Gauges and Tools', 24],
  ['RTI05', 'Measurements, Gauges and Tools', 24],
  ['RTI06', 'Mechanical Knowledge', 24],
  ['RTI07', 'Tool Basics for Machine Operator', 24],
  ['RTI08', 'Safety for Manufacturing', 20],
  ['RTI09', 'Blueprint Reading', 16],
  ['RTI10', 'Manufacturing 2', 16],
  ['RTI11', 'Industrial Math', 10],
  ['RTI12', 'Communication Skills', 8],
  ['RTI13', 'Digital Literacy', 8],
  ['RTI14', 'Transition to Trainer', 8],
];

/** How a skill is judged where watching is not enough, and in the program's own words. */
export const fakeEvaluations: Readonly<
  Record<string, { evaluation: 'test' | 'work-sample' | 'interview'; words: string }>
> = {
  'WP04.6': { evaluation: 'test', words: 'Written test on charting, 80 % or better' },
  'WP05.6': { evaluation: 'work-sample', words: 'First piece measured and approved by quality' },
  'WP07.5': { evaluation: 'interview', words: 'Talks a real problem through with the mentor' },
};

export const fakeLevels = [
  { level: 0, name: 'Not started' },
  { level: 1, name: 'Demonstrated to apprentice' },
  { level: 2, name: 'Performs with help' },
  { level: 3, name: 'Performs independently' },
  { level: 4, name: 'Can teach others' },
];

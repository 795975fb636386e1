export type { GradebookCell, GradebookColumn } from './control/gradebook-snapshot.js';
export type { GradeTyping, SimulatorControl } from './control/simulator-control.js';
export { DEMO_COLLEGE, type DemoRegistration, demoRegistrations } from './demo/registrations.js';
export { type DemoLms, type DemoLmsOptions, startDemoLms } from './demo/start-demo-lms.js';
export { demoWorld } from './demo/world.js';
export {
  type BadForgeCase,
  badForgeCases,
  type ForgeCase,
  type GoodForgeCase,
  goodForgeCases,
} from './forge/forge-cases.js';
export { type ForgeContext, forgeIdToken } from './forge/forge-id-token.js';
export type { NoticeToSend } from './notices/send-notice.js';
export type { Fault } from './platform/fault.js';
export { makeSigningKeys } from './platform/key-ring.js';
export type { LoggedRequest } from './platform/request-log.js';
export type { RegistrationInvitation } from './registration/invite-tool.js';
export { agsScope, noticeScope, nrpsScope } from './platform/scopes.js';
export type { HeaderChange } from './platform/sign-id-token.js';
export {
  type LmsRegistration,
  type LmsSimulator,
  type LmsSimulatorOptions,
  startLmsSimulator,
} from './start-lms-simulator.js';
export { type Browsing, browseAs } from './testing/browse-as.js';
export { type CookieJar, createCookieJar } from './testing/cookie-jar.js';
export { type DrivenLaunch, type DriveLaunchOptions, driveLaunch, signInToLms } from './testing/drive-launch.js';
export type * from './world/world.js';

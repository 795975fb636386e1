/** Names under which Nest finds what is no class. */
export const configToken = Symbol('config');
export const jobsToken = Symbol('jobs');
export const demoSignInsToken = Symbol('demo sign-ins');

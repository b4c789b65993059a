/** The command failed or refused its input: exit code 1. The message is one sentence. */
export class Failure extends Error {}

/** The command line is wrong: exit code 2. */
export class WrongUsage extends Error {}

/** Why Foyer cannot start, in one sentence for the operator. */
export class InstallationError extends Error {
  override name = 'InstallationError';
}

/** What the settings ask for cannot be done; the message names the setting. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

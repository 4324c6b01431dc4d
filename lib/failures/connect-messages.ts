type None = Record<never, never>;
type OfApp = { app: string };

/** Why a connection did not come about. */
export type ConnectFailureParams = {
  connect_denied: OfApp;
  connect_refused: OfApp & { remark: string };
  connect_unasked: OfApp;
  connect_other_browser: None;
  connect_used_before: OfApp;
  connect_took_too_long: OfApp;
  connect_not_set_up: OfApp;
  connect_not_set_up_yet: OfApp;
  connect_settings_missing: OfApp & { prefix: string };
  connect_sandbox_off: None;
  connect_without_code: OfApp;
  connect_not_genuine: OfApp;
  connect_no_keys: OfApp;
  connect_by_keys_only: OfApp;
  connect_needs_https: OfApp & { url: string };
  connect_not_allowed: None;
};

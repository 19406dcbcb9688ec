import type { ConnectionState } from "./strait/strait.js";

const TEXTS: Record<ConnectionState["status"], string> = {
  idle: "Connecting",
  connecting: "Connecting",
  open: "Live",
  waiting: "Reconnecting",
  closed: "Disconnected",
};

export function ConnectionStatus({ state, onRetry }: { state: ConnectionState; onRetry: () => void }) {
  return (
    <p className="status" role="status" data-status={state.status} title={state.reason?.reason}>
      <i />{TEXTS[state.status]}
      {state.status === "closed" && <button onClick={onRetry}>Try again</button>}
      {state.stale && <button onClick={() => location.reload()}>Update the page</button>}
    </p>
  );
}

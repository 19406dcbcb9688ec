import { useMemo } from "react";
import { ConnectionStatus } from "./ConnectionStatus";
import { NewQuestionForm } from "./NewQuestionForm";
import { usePollName, voter } from "./page";
import { Question } from "./Question";
import { usePoll } from "./strait/dev.strait.example.react.Poll.react.js";
import { latest } from "./strait/strait.js";
import { useStore } from "./strait/strait.react.js";

export function App() {
  const name = usePollName();
  const { connection, ...state } = usePoll({ name }, { query: { voter } });
  const tally = useStore(useMemo(() => latest(connection, "tally"), [connection]));
  const yours = useStore(useMemo(() => latest(connection, "your-vote"), [connection]));
  const isOpen = state.status === "open";

  return (
    <>
      <header>
        <h1>
          <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M8 24v-7M16 24V8M24 24v-11" /></svg>
          Live poll
        </h1>
        <span className="name">#{name}</span>
        <ConnectionStatus state={state} onRetry={() => connection.open()} />
      </header>
      <main>
        {tally
          ? <Question tally={tally} choice={yours?.choice ?? null} isOpen={isOpen} connection={connection} />
          : <section className="card loading" aria-busy="true" aria-label="The poll is loading" />}
        <NewQuestionForm connection={connection} isOpen={isOpen} />
      </main>
    </>
  );
}

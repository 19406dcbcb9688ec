import { useState } from "react";
import type { PollConnection, Tally } from "./strait/dev.strait.example.react.Poll.js";

interface Props {
  tally: Tally;
  /** The choice of this voter. */
  choice: number | null;
  isOpen: boolean;
  connection: PollConnection;
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

export function Question({ tally, choice, isOpen, connection }: Props) {
  const [notice, setNotice] = useState("");
  const total = tally.choices.reduce((sum, { votes }) => sum + votes, 0);
  const most = Math.max(1, ...tally.choices.map(({ votes }) => votes));

  async function vote(index: number) {
    try {
      const outcome = await connection.vote({ question: tally.question, choice: index });
      setNotice(outcome.type === "vote.outdated" ? "The question has changed. Vote again." : "");
    } catch {
      setNotice("Your vote may not have arrived. Vote again.");
    }
  }

  return (
    <section className="card" aria-label="The poll">
      <p className="eyebrow">{choice === null ? "Cast your vote" : "You have voted"}</p>
      <h2>{tally.question}</h2>
      <ul className="choices">
        {tally.choices.map(({ text, votes }, index) => {
          const percent = total ? Math.round(votes / total * 100) : 0;
          return (
            <li key={index}>
              <button className={votes === most ? "choice leads" : "choice"} aria-pressed={choice === index}
                disabled={!isOpen} onClick={() => vote(index)}>
                <span className="fill" style={{ width: `${percent}%` }} />
                <span className="mark" aria-hidden="true">{choice === index && "✓"}</span>
                <span className="text">{text}</span>
                <span className="votes">{votes}</span>
                <span className="percent">{percent}%</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className={notice ? "notice" : "hint"} role="status">
        {notice || (choice === null ? "The result changes with every vote." : "You can change your vote at any time.")}
      </p>
      <p className="summary">
        <span>{count(total, "vote", "votes")}</span>
        {isOpen && <span className="present">{count(tally.present, "person here", "people here")}</span>}
      </p>
    </section>
  );
}

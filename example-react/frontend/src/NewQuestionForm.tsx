import { useState, type FormEvent } from "react";
import { NewQuestion, type PollConnection } from "./strait/dev.strait.example.react.Poll.js";

const EMPTY = { question: "", choices: ["", ""] };
const MAX_CHOICES = 5;

export function NewQuestionForm({ connection, isOpen }: { connection: PollConnection; isOpen: boolean }) {
  const [draft, setDraft] = useState<NewQuestion>(EMPTY);
  const [isChecked, setChecked] = useState(false);
  const violations = NewQuestion.check(draft); // the rules of the contract
  const { question, choices } = draft;

  const setChoice = (index: number, text: string) =>
    setDraft({ question, choices: choices.map((choice, each) => each === index ? text : choice) });
  const removeChoice = (index: number) =>
    setDraft({ question, choices: choices.filter((_, each) => each !== index) });

  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(violations.length > 0);
    if (violations.length) return;
    connection.newQuestion(draft);
    setDraft(EMPTY);
  }

  /** The attributes of the field at a path, and what is wrong with it. */
  const field = (path: string, label: string) => {
    const error = isChecked ? violations.find(violation => violation.path === path)?.message : undefined;
    const input = { "aria-label": label, placeholder: label, "aria-invalid": Boolean(error), autoComplete: "off" };
    return { input, error: error && <small className="error">{label} {error}.</small> };
  };
  const questionField = field("/question", "Your question");

  return (
    <form className="card" aria-label="New question" onSubmit={submit} noValidate>
      <h3>Ask something else</h3>
      <p className="hint">Everyone in this poll sees the new question. Its votes start at zero.</p>
      <input {...questionField.input} value={question}
        onChange={event => setDraft({ question: event.target.value, choices })} />
      {questionField.error}
      {choices.map((choice, index) => {
        const { input, error } = field(`/choices/${index}`, `Choice ${index + 1}`);
        return (
          <div key={index}>
            <div className="row">
              <input {...input} value={choice} onChange={event => setChoice(index, event.target.value)} />
              {choices.length > 2 &&
                <button type="button" aria-label={`Remove choice ${index + 1}`} onClick={() => removeChoice(index)}>×</button>}
            </div>
            {error}
          </div>
        );
      })}
      <div className="actions">
        <button type="button" className="quiet" disabled={choices.length === MAX_CHOICES}
          onClick={() => setDraft({ question, choices: [...choices, ""] })}>Add a choice</button>
        <button type="submit" className="primary" disabled={!isOpen}>Ask</button>
      </div>
    </form>
  );
}

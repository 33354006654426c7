/** The style of the button and the panel; `--ground` and `--ink` are the element's colours. */
export const look = `
:host {
  all: initial;
  position: fixed;
  z-index: 2147483000;
  right: max(1rem, env(safe-area-inset-right));
  bottom: max(1rem, env(safe-area-inset-bottom));
  display: flex;
  flex-direction: column;
  gap: 0.75rem;
  align-items: flex-end;
  font: 1rem/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Noto Sans SC", sans-serif;
}
:host(:lang(zh-Hant)) {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "PingFang TC", "Noto Sans TC", sans-serif;
}
:host([position="left"]) {
  right: auto;
  left: max(1rem, env(safe-area-inset-left));
  align-items: flex-start;
}
button {
  font: inherit;
  cursor: pointer;
  border: 0;
}
.button {
  min-height: 3rem;
  padding: 0 1.25rem;
  font-weight: 600;
  color: var(--ink);
  background: var(--ground);
  border-radius: 1.5rem;
  box-shadow: 0 2px 10px rgb(0 0 0 / 30%);
}
.panel {
  display: flex;
  flex-direction: column;
  width: min(25rem, calc(100vw - 2rem));
  height: min(40rem, calc(100vh - 6.5rem));
  overflow: hidden;
  background: #fff;
  border-radius: 0.75rem;
  box-shadow: 0 6px 30px rgb(0 0 0 / 30%);
}
[hidden] {
  display: none !important;
}
.bar {
  display: flex;
  flex: none;
  align-items: center;
  justify-content: space-between;
  padding-left: 1rem;
  color: var(--ink);
  background: var(--ground);
}
.title {
  font-weight: 600;
}
.close {
  width: 3rem;
  height: 3rem;
  font-size: 1.5rem;
  line-height: 1;
  color: inherit;
  background: transparent;
}
.failed {
  padding: 1rem;
  color: #0b3d5c;
}
.frame {
  flex: 1;
  border: 0;
}
:focus-visible {
  outline: 3px solid #1d7fc4;
  outline-offset: 2px;
}
.close:focus-visible {
  outline-color: currentColor;
  outline-offset: -5px;
}
@media (max-width: 30rem), (max-height: 30rem) {
  .panel {
    position: fixed;
    inset: 0;
    width: auto;
    height: auto;
    border-radius: 0;
  }
  .panel:not([hidden]) + .button {
    display: none;
  }
}
`;

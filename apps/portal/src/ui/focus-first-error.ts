const patienceMilliseconds = 1_000;

/** Takes the focus to the first field that is marked as wrong, once the marks are drawn, which a busy browser may do some frames later. */
export function focusFirstError(form: HTMLElement): void {
  const until = performance.now() + patienceMilliseconds;
  const look = () => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (field) field.focus();
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Steps that a person takes in a window: each is counted, told and looked at. */
import * as workbench from '../host/workbench.mjs';

export class Steps {
  passed = 0;
  failed = 0;

  /** `part` begins the names of the pictures. */
  constructor(page, part) {
    this.page = page;
    this.part = part;
  }

  /** Takes a step and leaves a picture of what has come of it, or of how it failed. */
  step(name, act) {
    return this.#take(name, act, workbench.takePicture);
  }

  /** The same, with a picture in light, dark and high contrast. */
  surface(name, act) {
    return this.#take(name, act, workbench.takePictures);
  }

  async #take(name, act, picture) {
    const number = String(this.passed + this.failed + 1).padStart(2, '0');
    const title = `${this.part}-${number}-${name}`;
    try {
      await act();
      await picture(this.page, title);
      this.passed++;
      console.log(`✔ ${this.part}: ${name}`);
    } catch (error) {
      await workbench.takePicture(this.page, `${title}-failed`).catch(() => {});
      this.failed++;
      console.error(`✘ ${this.part}: ${name}\n${error?.stack}`);
    }
  }
}

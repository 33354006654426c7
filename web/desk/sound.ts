const place = 'thawline.desk.sound';

/** A short sign when a customer comes. Browsers play it once the agent has used the page. */
export class Sound {
  #context: AudioContext | undefined;
  isOn = localStorage.getItem(place) !== 'off';

  toggle(): void {
    this.isOn = !this.isOn;
    localStorage.setItem(place, this.isOn ? 'on' : 'off');
    this.play();
  }

  play(): void {
    if (!this.isOn || !('AudioContext' in window)) return;
    this.#context ??= new AudioContext();
    const context = this.#context;
    const [tone, loudness] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = 740;
    loudness.gain.setValueAtTime(0.15, context.currentTime);
    loudness.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.25);
    tone.connect(loudness).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.25);
  }
}

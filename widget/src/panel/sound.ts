/** A soft tone for a message that comes while the visitor looks elsewhere. Off until the visitor asks for it. */
import type { Shelf } from "./talk/shelf";

const KEY = "wegwijs-sound";

export class Sound {
  #audio: AudioContext | null = null;

  constructor(private readonly shelf: Shelf) {}

  get isOn(): boolean {
    return this.shelf.get(KEY) === "on";
  }

  /** Switches it, and lets the visitor hear what it is. */
  toggle(): void {
    if (this.isOn) return this.shelf.remove(KEY);
    this.shelf.set(KEY, "on");
    this.play();
  }

  play(): void {
    if (!this.isOn) return;
    const audio = (this.#audio ??= new AudioContext());
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.06, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.35);
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.35);
  }
}

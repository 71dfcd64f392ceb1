//! The table as a picture: one bar per program, on a scale where twice and half weigh the same.

use std::fmt::Write;

use crate::report::{geometric_mean, speeds};
use crate::results::Run;

/// Drawn for a phone, as all figures of the book are.
const WIDTH: f64 = 360.0;
const LEFT: f64 = 126.0;
const RIGHT: f64 = 40.0;
const ROW: f64 = 20.0;
const TOP: f64 = 34.0;

/// The speeds against the second machine as an SVG that follows the page's colours.
pub fn svg(run: &Run) -> String {
    let mut bars: Vec<(&str, f64)> = run
        .rows
        .iter()
        .filter_map(|row| Some((row.program.as_str(), row.speed_against(1)?)))
        .collect();
    bars.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mean = geometric_mean(&speeds(run, 1)).unwrap_or(1.0);
    let scale = Scale::over(bars.iter().map(|bar| bar.1));
    let height = TOP + ROW * bars.len() as f64 + 30.0;
    let other = &run.machines[1].label;
    let mut text = String::new();
    let _ = writeln!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"title-{0} about-{0}\" font-family=\"sans-serif\" font-size=\"13\" fill=\"currentColor\">",
        run.table
    );
    let _ = writeln!(
        text,
        "<title id=\"title-{}\">How many times as fast as {other} Adder is</title>",
        run.table
    );
    let _ = writeln!(
        text,
        "<desc id=\"about-{}\">{} bars; the geometric mean is {mean:.2} times. Measured on {}.</desc>",
        run.table,
        bars.len(),
        run.date
    );
    for mark in scale.marks() {
        line(
            &mut text,
            scale.x(mark),
            height - 24.0,
            if mark == 1.0 { 0.9 } else { 0.2 },
            "",
        );
        let _ = writeln!(
            text,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{mark}×</text>",
            scale.x(mark),
            height - 8.0
        );
    }
    line(
        &mut text,
        scale.x(mean),
        height - 24.0,
        0.9,
        " stroke-dasharray=\"4 3\"",
    );
    // After the line of the mean, which the figures at the bars interrupt.
    for (i, (name, speed)) in bars.iter().enumerate() {
        bar(&mut text, &scale, TOP + ROW * i as f64, name, *speed);
    }
    let _ = writeln!(
        text,
        "<text x=\"{:.1}\" y=\"16\" class=\"bold\" text-anchor=\"middle\" font-weight=\"bold\">mean {mean:.2}×</text>\n</svg>",
        scale.x(mean)
    );
    text
}

fn line(text: &mut String, x: f64, bottom: f64, opacity: f64, style: &str) {
    let _ = writeln!(
        text,
        "<line x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{:.1}\" y2=\"{bottom:.1}\" stroke=\"currentColor\" stroke-opacity=\"{opacity}\"{style}/>",
        TOP - 10.0
    );
}

fn bar(text: &mut String, scale: &Scale, y: f64, name: &str, speed: f64) {
    let (from, to) = (
        scale.x(1.0).min(scale.x(speed)),
        scale.x(1.0).max(scale.x(speed)),
    );
    let _ = writeln!(
        text,
        "<text class=\"mono\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{name}</text>\
         <rect class=\"accent\" x=\"{from:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"14\" fill-opacity=\"0.7\"/>\
         <text class=\"small halo\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"12\">{speed:.2}</text>",
        LEFT - 8.0,
        y + 8.0,
        y - 3.0,
        to - from,
        to + 4.0,
        y + 8.0
    );
}

/// Speeds to places, by their logarithms.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// From the power of two below the smallest (and 1) to that above the largest.
    fn over(speeds: impl Iterator<Item = f64>) -> Scale {
        let (low, high) = speeds.fold((1.0_f64, 2.0_f64), |(low, high), s| {
            (low.min(s), high.max(s))
        });
        Scale {
            low: low.log2().floor(),
            high: high.log2().ceil(),
        }
    }

    fn x(&self, speed: f64) -> f64 {
        LEFT + (speed.log2() - self.low) / (self.high - self.low) * (WIDTH - LEFT - RIGHT)
    }

    fn marks(&self) -> Vec<f64> {
        (self.low as i32..=self.high as i32)
            .map(|power| 2.0_f64.powi(power))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::example;

    #[test]
    fn the_scale_reaches_the_powers_of_two_around_all_speeds() {
        let scale = Scale::over([0.7, 3.0].into_iter());
        assert_eq!(scale.marks(), [0.5, 1.0, 2.0, 4.0]);
        assert!(scale.x(0.5) < scale.x(1.0) && scale.x(4.0) < WIDTH);
    }

    #[test]
    fn the_picture_has_a_bar_for_each_program_that_ran_and_text_for_screen_readers() {
        let text = svg(&example());
        assert_eq!(text.matches("<rect").count(), 2, "{text}");
        assert!(text.contains("<title") && text.contains("<desc"), "{text}");
        assert!(text.contains("currentColor"));
    }
}

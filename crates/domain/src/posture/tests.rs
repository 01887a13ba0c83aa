//! Tables of cases and properties of the posture rules.

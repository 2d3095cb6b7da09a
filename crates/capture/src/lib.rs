//! Reads captures of web traffic into requests.

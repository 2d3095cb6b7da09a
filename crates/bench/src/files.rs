//! The inputs as files, for the places in which this program does not run: the same bytes everywhere.

use crate::detection::{FEW, HOUSEHOLD, MANY, codes};
use crate::inputs::{self, Input};
use serde_json::{Value, json};
use std::error::Error;
use std::fs;
use std::path::Path;

/// Writes `inputs.json` into a folder, and beside it each body under its case's name.
///
/// `inputs.json` holds the profiles (`household`, `few`, `many`), `urls` by case, the names of the `bodies` and their sizes
/// in bytes, and the URLs of the `mixture`.
pub fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let (mut urls, mut bodies) = (json!({}), json!({}));
    for (case, input) in inputs::all() {
        match input {
            Input::Url(url) => urls[case] = url.into(),
            Input::Body(body) => {
                bodies[case] = body.len().into();
                fs::write(folder.join(case), body)?;
            }
        }
    }
    let all = json!({
        "household": serde_json::from_str::<Value>(HOUSEHOLD)?,
        "few": codes(FEW),
        "many": codes(MANY),
        "urls": urls,
        "bodies": bodies,
        "mixture": inputs::urls(inputs::MIXTURE),
    });
    Ok(fs::write(folder.join("inputs.json"), all.to_string())?)
}

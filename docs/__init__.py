"""Documentation: decisions (adr/), reference written from the declarations (generated/)."""

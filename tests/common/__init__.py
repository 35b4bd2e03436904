"""What tests share: a running Wegwijs and factories of rows."""
